using System.Globalization;
using System.Text;

namespace Reform.Grpc.Rpc;

/// <summary>Makes and reads page tokens (AIP-158). A token names its list, so that it is good for no other one.</summary>
internal static class PageToken
{
    private const char Separator = '\n';
    private const int MaxLength = 512;

    /// <summary>The token of the page that begins behind a name.</summary>
    public static string Of(string list, string position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(list + Separator + position));

    /// <summary>The token of the page that begins at a place in one version of a resource.</summary>
    public static string Of(string list, string etag, int place) => Of(list, etag + ":" + place.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the page begins; null for the first page.</summary>
    public static string? Position(string list, string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        byte[] bytes = new byte[MaxLength];
        return token.Length <= MaxLength && Convert.TryFromBase64String(token, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(Separator) is [string name, { Length: > 0 } position]
            && name == list && Of(list, position) == token
            ? position
            : throw Unknown();
    }

    /// <summary>Which version of the resource the page is of, and at which place it begins; no version for the first page.</summary>
    public static (string? Etag, int Place) Place(string list, string token)
    {
        if (Position(list, token) is not string position)
        {
            return (null, 0);
        }

        return position.Split(':') is [{ Length: > 0 } etag, string place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
            ? (etag, from)
            : throw Unknown();
    }

    public static global::Grpc.Core.RpcException Unknown() =>
        Refusal.InvalidField("page_token", "không phải mã trang do dịch vụ cấp cho danh sách này", "is not a token that this service gave for this list");
}
