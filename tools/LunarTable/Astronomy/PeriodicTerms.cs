using System.Globalization;

namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>One coordinate of a theory: a sum of terms amplitude * wave(polynomial of t) * t^power.</summary>
public sealed class PeriodicTerms
{
    private readonly (int Power, double Amplitude, double[] Phase)[] terms;

    private PeriodicTerms((int Power, double Amplitude, double[] Phase)[] terms) => this.terms = terms;

    /// <summary>Reads the terms of a coordinate: coordinate, power, amplitude, then the polynomial of the phase.</summary>
    public static PeriodicTerms Read(string file, string coordinate) => new(
        [.. DataRows.Of(file).Where(r => string.Equals(r[0], coordinate, StringComparison.Ordinal))
            .Select(r => (int.Parse(r[1], CultureInfo.InvariantCulture), Number(r[2]), r.Skip(3).Select(Number).ToArray()))]);

    /// <summary>The sum at a time, each term as a sine.</summary>
    public double SineSum(double t) => Sum(t, Math.Sin);

    /// <summary>The sum at a time, each term as a cosine.</summary>
    public double CosineSum(double t) => Sum(t, Math.Cos);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private double Sum(double t, Func<double, double> wave)
    {
        double sum = 0;
        foreach ((int power, double amplitude, double[] phase) in terms)
        {
            sum += amplitude * wave(Angles.Polynomial(t, phase)) * PowerOf(t, power);
        }

        return sum;
    }

    private static double PowerOf(double t, int power)
    {
        double result = 1;
        for (int i = 0; i < power; i++)
        {
            result *= t;
        }

        return result;
    }
}
