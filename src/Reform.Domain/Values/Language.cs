namespace Reform.Domain.Values;

/// <summary>A language that every user-facing text is written in (ngôn ngữ).</summary>
public enum Language
{
    /// <summary>Vietnamese (tiếng Việt); the default.</summary>
    Vietnamese = 0,

    /// <summary>English (tiếng Anh).</summary>
    English = 1,
}
