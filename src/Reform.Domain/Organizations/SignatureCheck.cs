using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Checks one signature against the register and the rules about signing forms.</summary>
internal sealed class SignatureCheck
{
    private static readonly LegalBasis Confirmation = new(new BilingualText("Quy định 294-QĐ/TW, khoản 15.2", "Regulation 294-QĐ/TW, 15.2"));
    private static readonly LegalBasis Seals = new(new BilingualText("Quy định 294-QĐ/TW, khoản 6.3.5", "Regulation 294-QĐ/TW, 6.3.5"));

    private static readonly ReasonKind UnitGone = new(
        "signer_unit_not_there", "{unit} không tồn tại vào ngày ký {on}", "{unit} did not exist on the date of signature, {on}");

    private static readonly ReasonKind NotHolder = new(
        "not_the_holder", "Người ký không giữ chức vụ {position} vào ngày {on}", "The signer did not hold the position {position} on {on}");

    private static readonly ReasonKind NotConfirmed = new(
        "not_yet_confirmed",
        "Chức danh {position} chưa được chuẩn y vào ngày ký {on}",
        "The title {position} was not confirmed on the date of signature, {on}");

    private static readonly ReasonKind ConfirmationOpen = new(
        "confirmation_rule_not_known",
        "Chức danh {position} được bầu, chưa được phê chuẩn vào ngày {on}; chưa có căn cứ để kết luận",
        "The title {position} was elected and not confirmed on {on}; no rule that was read settles it");

    private static readonly ReasonKind OtherMark = new(
        "mark_of_other_system", "Ký hiệu quyền hạn ký không phải của hệ thống của {unit}", "The marks of the form are not those of the system of {unit}");

    private static readonly ReasonKind OutsideField = new(
        "outside_assigned_field",
        "Lĩnh vực {field} không được phân công cho người ký vào ngày {on}",
        "The field {field} was not assigned to the signer on {on}");

    private static readonly ReasonKind FieldOpen = new(
        "allocation_not_known", "Chưa ghi nhận phân công lĩnh vực cho người ký vào ngày {on}", "No allocation of work to the signer is recorded for {on}");

    private static readonly ReasonKind SealGone = new(
        "invalid_seal",
        "Con dấu của {seal} không còn giá trị vào ngày {on}: đơn vị đã kết thúc, con dấu phải nộp lại trong 30 ngày làm việc",
        "The seal of {seal} was no longer valid on {on}: the unit had ended, and its seals are returned within 30 working days");

    private static readonly ReasonKind SealOther = new(
        "seal_mismatch",
        "Đóng dấu của {seal}; cách ký này phải đóng dấu của {expected}",
        "It carries the seal of {seal}; signed in this way it has to carry that of {expected}");

    private static readonly ReasonKind SealOpen = new(
        "seal_not_known",
        "Chưa nêu cơ quan được ký thay nên chưa xác định được con dấu",
        "It is not stated for which body it was signed, so the seal cannot be told");

    private static readonly ReasonKind NoSeal = new("cell_has_no_seal", "Chi bộ không có con dấu", "A Party cell has no seal");

    private readonly OrganizationRegister register;
    private readonly Signature signature;
    private readonly Position position;
    private readonly OrganizationUnit unit;
    private readonly List<Reason> wrong = [];
    private readonly List<Reason> open = [];

    private SignatureCheck(OrganizationRegister register, Signature signature, Position position, OrganizationUnit unit)
    {
        this.register = register;
        this.signature = signature;
        this.position = position;
        this.unit = unit;
    }

    public static SignatureReview Review(OrganizationRegister register, Signature signature, Position position, OrganizationUnit unit)
    {
        var check = new SignatureCheck(register, signature, position, unit);
        Appointment? held = check.Holding();
        var question = new SigningQuestion(unit.Kind, position.Title, signature.Basis, signature.On)
        {
            Mode = held?.Mode ?? AppointmentMode.Substantive,
            MayPassToDeputy = signature.MayPassToDeputy,
        };
        SigningJudgement form = SigningRules.Judge(question, signature.Block.Forms);
        (form.Verdict == SigningVerdict.Invalid ? check.wrong : check.open).AddRange(form.Reasons);
        check.Marks();
        check.AssignedField();
        check.Seal(form.Variant);
        SigningVerdict verdict = check.wrong.Count > 0 ? SigningVerdict.Invalid : check.open.Count > 0 ? SigningVerdict.Unknown : SigningVerdict.Valid;
        return new SignatureReview(signature, verdict, SigningRules.Allowed(question), [.. check.wrong, .. check.open]);
    }

    private Appointment? Holding()
    {
        if (!unit.Validity.Contains(signature.On))
        {
            wrong.Add(UnitGone.Because(null, ("unit", unit.Name), ("on", signature.On)));
            return null;
        }

        Appointment? held = register.HoldersOf(position.Id, signature.On)
            .FirstOrDefault(a => string.Equals(a.PersonId, signature.PersonId, StringComparison.Ordinal));
        if (held is null)
        {
            wrong.Add(NotHolder.Because(null, ("position", position.Name), ("on", signature.On)));
        }
        else
        {
            Title(register.MaySign(held, signature.On));
        }

        return held;
    }

    private void Title(SigningVerdict mayIt)
    {
        if (mayIt == SigningVerdict.Unknown)
        {
            open.Add(ConfirmationOpen.Because(null, ("position", position.Name), ("on", signature.On)));
        }
        else if (mayIt == SigningVerdict.Invalid)
        {
            wrong.Add(NotConfirmed.Because(Confirmation, ("position", position.Name), ("on", signature.On)));
        }
    }

    private void Marks()
    {
        if (signature.Block.System is OrganizationSystem written && written != unit.System && unit.System != OrganizationSystem.Front)
        {
            wrong.Add(OtherMark.Because(null, ("unit", unit.Name)));
        }
    }

    // A deputy signs for the head in the field that is assigned to the deputy.
    private void AssignedField()
    {
        if (signature.Field is not string field || position.Title.Rank() != TitleRank.Deputy
            || !signature.Block.Forms.Contains(SigningForm.ForHead) || !register.KnowsPerson(signature.PersonId))
        {
            return;
        }

        List<WorkAllocation> allocations =
            [.. register.AllocationsOf(signature.PersonId, signature.On).Where(a => string.Equals(a.PositionId, position.Id, StringComparison.Ordinal))];
        if (allocations.Count == 0)
        {
            open.Add(FieldOpen.Because(null, ("on", signature.On)));
        }
        else if (!allocations.Any(a => string.Equals(a.Field, field, StringComparison.Ordinal)))
        {
            wrong.Add(OutsideField.Because(allocations[0].Basis, ("field", field), ("on", signature.On)));
        }
    }

    private void Seal(SigningVariant? variant)
    {
        if (signature.SealOfId is not string sealOf || register.FindUnit(sealOf) is not OrganizationUnit seal)
        {
            return;
        }

        if (seal.Kind == BodyKind.PartyCell)
        {
            wrong.Add(NoSeal.Because(null));
        }
        else if (!seal.Validity.Contains(signature.On))
        {
            wrong.Add(SealGone.Because(seal.System == OrganizationSystem.Party ? Seals : null, ("seal", seal.Name), ("on", signature.On)));
        }
        else if (variant is { Seal: SealOwner.OtherBody } && signature.OnBehalfOfId is null)
        {
            open.Add(SealOpen.Because(variant.Basis));
        }
        else if (variant is not null)
        {
            OrganizationUnit owner = variant.Seal == SealOwner.OwnBody ? unit : register.FindUnit(signature.OnBehalfOfId!)!;
            if (!Carries(owner, seal))
            {
                wrong.Add(SealOther.Because(variant.Basis, ("seal", seal.Name), ("expected", owner.Name)));
            }
        }
    }

    // A standing board, and the standing members, use the seal of the committee that they are part of.
    private bool Carries(OrganizationUnit owner, OrganizationUnit seal) => string.Equals(owner.Id, seal.Id, StringComparison.Ordinal)
        || (owner.Kind is BodyKind.StandingBoard or BodyKind.StandingMembers
            && string.Equals(register.ParentOf(owner.Id, signature.On), seal.Id, StringComparison.Ordinal));
}
