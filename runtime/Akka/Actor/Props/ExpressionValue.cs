using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Evaluates the arguments of <c>() => new MyActor(a, b)</c>.</summary>
internal static class ExpressionValue
{
    internal static object?[] EvaluateAll(ReadOnlyCollection<Expression> expressions)
    {
        var values = new object?[expressions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Evaluate(expressions[i]);
        }

        return values;
    }

    private static object? Evaluate(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,

            // A captured variable or a field: no need for a compiler.
            MemberExpression { Member: FieldInfo field } member =>
                field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
            _ => Interpret(expression),
        };

    private static object? Interpret(Expression expression) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object)))
            .Compile(preferInterpretation: true)();
}
