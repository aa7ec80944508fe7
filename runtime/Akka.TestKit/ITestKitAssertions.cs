namespace Akka.TestKit;

/// <summary>
/// How a test kit reports a failure to the test framework. Every method throws the framework's own assertion exception
/// when the assertion does not hold. <c>format</c> and <c>args</c> are as in
/// <see cref="string.Format(string, object[])"/>; without arguments the format is taken as it is.
/// </summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test.</summary>
    void Fail(string format = "", params object[] args);

    /// <summary>Fails the test unless the condition is true.</summary>
    void AssertTrue(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test if the condition is true.</summary>
    void AssertFalse(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless the values are equal; collections are equal if their elements are.</summary>
    void AssertEqual<T>(T expected, T actual, string format = "", params object[] args);

    /// <summary>Fails the test unless the comparer calls the values equal.</summary>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args);
}
