namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Turns finished values, such as an include callback answers with, back into parts.</summary>
internal static class ParsedValue
{
    public static ValuePart ToPart(HoconValue value)
    {
        switch (value.Element)
        {
            case HoconObject settings:
                var part = new ObjectPart(value.Origin);
                foreach (var (key, child) in settings.Items)
                {
                    part.GetOrAdd(key).Define([ToPart(child)]);
                }

                return part;
            case HoconArray array:
                return new ListPart([.. array.Select(item => new Setting([ToPart(item)]))], value.Origin);
            default:
                var text = value.GetString();
                return new TextPart(text ?? "null", quoted: text is not null, value.Origin);
        }
    }
}
