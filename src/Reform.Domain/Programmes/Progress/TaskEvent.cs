using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Something that happened to a task (diễn biến nhiệm vụ).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
public abstract record TaskEvent(string Id, string TaskId, LocalDate On);

/// <summary>The lead says how far it is (cập nhật tiến độ).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
/// <param name="Percent">How far, 0 to 100; 100 is not completion, which needs a <see cref="TaskCompleted"/>.</param>
public sealed record TaskProgressed(string Id, string TaskId, LocalDate On, int Percent) : TaskEvent(Id, TaskId, On);

/// <summary>A point on the way is reached (đạt mốc).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
/// <param name="MilestoneId">The point.</param>
public sealed record TaskMilestoneReached(string Id, string TaskId, LocalDate On, string MilestoneId) : TaskEvent(Id, TaskId, On);

/// <summary>The due date is moved (lùi hạn, điều chỉnh hạn).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When it was decided; the new date holds from that day on.</param>
/// <param name="NewDueOn">The new due date.</param>
/// <param name="Reason">Why.</param>
public sealed record TaskRedated(string Id, string TaskId, LocalDate On, LocalDate NewDueOn, BilingualText Reason) : TaskEvent(Id, TaskId, On);

/// <summary>The lead reports that it is done (báo cáo hoàn thành).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
/// <param name="Evidence">Where the output is found: numbers of documents, addresses; none: nothing shows it.</param>
public sealed record TaskCompleted(string Id, string TaskId, LocalDate On, ValueList<string> Evidence) : TaskEvent(Id, TaskId, On);

/// <summary>Whoever assigned it confirms that it is done (xác nhận hoàn thành).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
/// <param name="ByUnitId">The unit that confirms: the one that assigned it.</param>
public sealed record TaskConfirmed(string Id, string TaskId, LocalDate On, string ByUnitId) : TaskEvent(Id, TaskId, On);

/// <summary>Whoever assigned it sends the output back: it is not done (trả lại, yêu cầu làm tiếp).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When.</param>
/// <param name="Reason">Why.</param>
public sealed record TaskReturned(string Id, string TaskId, LocalDate On, BilingualText Reason) : TaskEvent(Id, TaskId, On);

/// <summary>It goes on after the programme, by decision (chuyển tiếp sau khi chương trình kết thúc).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">When it was decided.</param>
/// <param name="Decision">The decision; its number.</param>
/// <param name="NewDueOn">The due date that it has from then on; null: unchanged.</param>
public sealed record TaskCarriedOver(string Id, string TaskId, LocalDate On, string Decision, LocalDate? NewDueOn) : TaskEvent(Id, TaskId, On);

/// <summary>Another unit leads it from a day on (đơn vị khác tiếp nhận).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="On">The first day on which it does.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Decision">By which decision; null: not recorded.</param>
public sealed record TaskTakenOver(string Id, string TaskId, LocalDate On, string UnitId, string? Decision) : TaskEvent(Id, TaskId, On);
