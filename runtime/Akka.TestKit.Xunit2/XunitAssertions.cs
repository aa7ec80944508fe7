using System.Globalization;
using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2;

/// <summary>Reports the failures of a test kit as xUnit's own exceptions.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc/>
    public void Fail(string format = "", params object[] args) => Assert.Fail(Text(format, args));

    /// <inheritdoc/>
    public void AssertTrue(bool condition, string format = "", params object[] args)
    {
        if (!condition)
            Fail(format, args);
    }

    /// <inheritdoc/>
    public void AssertFalse(bool condition, string format = "", params object[] args) =>
        AssertTrue(!condition, format, args);

    /// <summary>Fails the test unless <c>Assert.Equal</c> holds; the failure shows where the values differ.</summary>
    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
    {
        try
        {
            // Only the overload for strings shows where two of them part.
            if (expected is string expectedText && actual is string actualText)
                Assert.Equal(expectedText, actualText);
            else
                Assert.Equal(expected, actual);
        }
        catch (EqualException e)
        {
            throw new XunitException($"{Text(format, args)}{Environment.NewLine}{e.Message}".Trim(), e);
        }
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(
        T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        AssertTrue(comparer(expected, actual), format, args);
    }

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
