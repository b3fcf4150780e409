namespace Reform.Domain.Delegation;

/// <summary>To what a power was granted (loại chủ thể nhận); three different things.</summary>
public enum GranteeKind
{
    /// <summary>A unit (cơ quan, tổ chức, đơn vị): its head acts for it, or, where it is a collective, a valid vote.</summary>
    Unit = 0,

    /// <summary>A position (chức vụ): whoever holds it, so that a change of person changes nothing.</summary>
    Position = 1,

    /// <summary>A named person (cá nhân đích danh): nobody else, whatever position the person holds.</summary>
    Person = 2,
}
