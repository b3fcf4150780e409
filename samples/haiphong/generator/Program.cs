using Reform.Samples.HaiPhong.Generator;

// Writes the synthetic cases and the list of the breaches that were put into them, beside the reference data of the sample.
if (args is not [string folder])
{
    Console.Error.WriteLine("usage: dotnet run --project samples/haiphong/generator -- <folder with the sample's reference data>");
    return 2;
}

SampleGenerator.Generate(folder, folder);
return 0;
