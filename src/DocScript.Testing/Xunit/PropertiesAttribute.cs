namespace FsCheck.Xunit;

/// <summary>Settings for all properties of a class, its nested classes, or an assembly; a property's own attribute goes before them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PropertiesAttribute : PropertyAttribute;
