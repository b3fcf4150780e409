using CsCheck;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Values;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_are_equal_when_their_items_are_equal_in_order()
    {
        ValueList<string> list = ["một", "hai"];
        ValueList<string> same = [.. new List<string> { "một", "hai" }];
        Assert.True(list.Equals(same));
        Assert.True(list.Equals((object)same));
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
        Assert.False(list.Equals(["hai", "một"]));
        Assert.False(list.Equals(["một"]));
        Assert.False(list.Equals(["một", "hai", "ba"]));
        Assert.False(list.Equals((object)list.ToArray()));
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void A_list_keeps_its_own_copy()
    {
        int[] source = [1, 2, 3];
        ValueList<int> list = source.ToValueList();
        ValueList<int> created = ValueList.Create<int>(source);
        source[0] = 9;
        Assert.Equal([1, 2, 3], list);
        Assert.Equal([1, 2, 3], created);
    }

    [Fact]
    public void Empty_lists_are_the_one_empty_list()
    {
        ValueList<int> none = [];
        Assert.Same(ValueList<int>.Empty, none);
        Assert.Same(ValueList<int>.Empty, Enumerable.Empty<int>().ToValueList());
        Assert.Empty(none);
    }

    [Fact]
    public void Items_are_reached_by_position_and_a_position_outside_is_refused()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal("b", list[1]);
        Assert.Equal(2, list.Count);
        Assert.Equal(["a", "b"], list.AsSpan().ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => list[2]);
    }

    [Fact]
    public void Equality_is_that_of_the_sequences() =>
        Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[0, 3]).Sample((one, other) =>
        {
            bool equal = one.ToValueList().Equals(other.ToValueList());
            Assert.Equal(one.SequenceEqual(other), equal);
            if (equal)
            {
                Assert.Equal(one.ToValueList().GetHashCode(), other.ToValueList().GetHashCode());
            }
        });
}
