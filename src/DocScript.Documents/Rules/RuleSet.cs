namespace DocScript.Documents;

/// <summary>The rules by name, a line each; the methods of <see cref="Rules"/> judge by them.</summary>
public static class RuleSet
{
    /// <summary>A component is named that the document does not have. Look at the document's outline with 'docscript show'.</summary>
    public static readonly Rule ComponentExists = new(4, "component exists", "A component is named that the document does not have. Look at the document's outline with 'docscript show'.");

    /// <summary>The design has no content type of this name.</summary>
    public static readonly Rule ContentTypeExists = new(101, "content type exists", "The design has no content type of this name.");

    /// <summary>The design has no component of this name.</summary>
    public static readonly Rule ComponentTypeExists = new(102, "component type exists", "The design has no component of this name.");

    /// <summary>The content type's list of components does not hold this one.</summary>
    public static readonly Rule ComponentTypeAllowed = new(103, "component type allowed", "The content type's list of components does not hold this one.");

    /// <summary>The content type has no metadata property of this name.</summary>
    public static readonly Rule MetadataExists = new(104, "metadata property exists", "The content type has no metadata property of this name.");

    /// <summary>A metadata property stores values of one kind only; the design says which.</summary>
    public static readonly Rule MetadataKind = new(105, "metadata kind", "A metadata property stores values of one kind only; the design says which.");

    /// <summary>The component has no directive of this name.</summary>
    public static readonly Rule DirectiveExists = new(106, "directive exists", "The component has no directive of this name.");

    /// <summary>A command asserted a kind of directive ('as link'), and the design says another.</summary>
    public static readonly Rule DirectiveIsOfKind = new(107, "directive is of this kind", "A command asserted a kind of directive ('as link'), and the design says another.");

    /// <summary>A directive stores values of one kind only: text for editables, true or false for toggles, objects for images, links, includes and html.</summary>
    public static readonly Rule DirectiveValue = new(108, "directive value", "A directive stores values of one kind only: text for editables, true or false for toggles, objects for images, links, includes and html.");

    /// <summary>The component has no container of this name.</summary>
    public static readonly Rule ContainerExists = new(109, "container exists", "The component has no container of this name.");

    /// <summary>The component has several containers or none, so that the place has to name one, or another component.</summary>
    public static readonly Rule ContainerNamed = new(110, "container is named", "The component has several containers or none, so that the place has to name one, or another component.");

    /// <summary>The container does not take components of this type.</summary>
    public static readonly Rule AllowedChildren = new(111, "allowed children", "The container does not take components of this type.");

    /// <summary>The component type may not stand in this parent.</summary>
    public static readonly Rule AllowedParents = new(112, "allowed parents", "The component type may not stand in this parent.");

    /// <summary>A component whose position is fixed, or one that contains such a component, can't be moved or removed.</summary>
    public static readonly Rule FixedStays = new(113, "fixed components stay", "A component whose position is fixed, or one that contains such a component, can't be moved or removed.");

    /// <summary>Nothing can be put before a fixed first component, after a fixed last one or between two fixed ones.</summary>
    public static readonly Rule FixedEnds = new(114, "nothing beyond fixed ends", "Nothing can be put before a fixed first component, after a fixed last one or between two fixed ones.");

    /// <summary>'between' takes two components that stand next to each other, in this order.</summary>
    public static readonly Rule SiblingsAdjacent = new(115, "siblings are adjacent", "'between' takes two components that stand next to each other, in this order.");

    /// <summary>The place names a container that its sibling does not stand in.</summary>
    public static readonly Rule SiblingInContainer = new(116, "sibling is in the container", "The place names a container that its sibling does not stand in.");

    /// <summary>A component can't be moved beside itself or into itself.</summary>
    public static readonly Rule NotIntoItself = new(117, "not into itself", "A component can't be moved beside itself or into itself.");

    /// <summary>The document has a component of this id.</summary>
    public static readonly Rule ComponentIdFree = new(118, "component id is free", "The document has a component of this id.");

    /// <summary>A component's id has 1 to 128 characters and no control characters.</summary>
    public static readonly Rule ComponentIdForm = new(119, "component id form", "A component's id has 1 to 128 characters and no control characters.");

    /// <summary>A chosen key has 1 to 128 of 0-9 A-Z a-z . _ = - and holds a character that is no digit.</summary>
    public static readonly Rule KeyForm = new(120, "key form", "A chosen key has 1 to 128 of 0-9 A-Z a-z . _ = - and holds a character that is no digit.");

    /// <summary>A public document can't be deleted. Unpublish it first.</summary>
    public static readonly Rule DeleteUnpublished = new(121, "delete unpublished only", "A public document can't be deleted. Unpublish it first.");

    /// <summary>A document that is not public can't be unpublished.</summary>
    public static readonly Rule UnpublishPublic = new(122, "unpublish public only", "A document that is not public can't be unpublished.");

    /// <summary>The value is not what 'was' expected: somebody changed it. Look at it and decide again.</summary>
    public static readonly Rule OldValue = new(123, "old value", "The value is not what 'was' expected: somebody changed it. Look at it and decide again.");

    /// <summary>Components lie at most 200 deep in one another.</summary>
    public static readonly Rule Depth = new(124, "depth of the tree", "Components lie at most 200 deep in one another.");

    /// <summary>What the transaction wrote was changed since, and undo overwrites nothing.</summary>
    public static readonly Rule UndoUntouched = new(125, "undo of what is untouched", "What the transaction wrote was changed since, and undo overwrites nothing.");

    /// <summary>A path goes through a metadata value that is no object.</summary>
    public static readonly Rule MemberOfObject = new(126, "member of an object", "A path goes through a metadata value that is no object.");

    /// <summary>Documents keep null, booleans, numbers, text, dates, lists and objects of them; no other documents or components, and no text that was cut within a character.</summary>
    public static readonly Rule Storable = new(127, "value can be kept", "Documents keep null, booleans, numbers, text, dates, lists and objects of them; no other documents or components, and no text that was cut within a character.");

    /// <summary>The content type's publishControl does not allow embargoes or schedules of this kind.</summary>
    public static readonly Rule ControlAllowed = new(128, "publish control is allowed", "The content type's publishControl does not allow embargoes or schedules of this kind.");

    /// <summary>A schedule or the end of an embargo is a date to come.</summary>
    public static readonly Rule FutureOnly = new(129, "a date to come", "A schedule or the end of an embargo is a date to come.");

    /// <summary>Only a document that is not public can be put under an embargo.</summary>
    public static readonly Rule EmbargoUnpublished = new(130, "embargo unpublished only", "Only a document that is not public can be put under an embargo.");

    /// <summary>A document under an embargo can't be published, and publishing it can be scheduled only for a time after the embargo's end.</summary>
    public static readonly Rule EmbargoHolds = new(131, "embargo holds", "A document under an embargo can't be published, and publishing it can be scheduled only for a time after the embargo's end.");

    /// <summary>Taking off can be scheduled for a document that is public or scheduled to be published before.</summary>
    public static readonly Rule UnpublishLater = new(132, "unpublish what will be public", "Taking off can be scheduled for a document that is public or scheduled to be published before.");

    /// <summary>Another user has checked the document out: nobody else can change its title, metadata and components, delete it or check it in.</summary>
    public static readonly Rule CheckedOut = new(133, "checked out by another", "Another user has checked the document out: nobody else can change its title, metadata and components, delete it or check it in.");

    /// <summary>Only a document that is checked out can be checked in, or its checkout undone.</summary>
    public static readonly Rule NotCheckedOut = new(134, "checked out", "Only a document that is checked out can be checked in, or its checkout undone.");

    /// <summary>What a checkout changed comes into the document by a check-in: it can't be published or deleted before.</summary>
    public static readonly Rule CheckInFirst = new(135, "check in first", "What a checkout changed comes into the document by a check-in: it can't be published or deleted before.");

    /// <summary>Undoing somebody else's checkout needs the right to force.</summary>
    public static readonly Rule ForceRight = new(136, "right to force", "Undoing somebody else's checkout needs the right to force.");

    /// <summary>An editable takes the tags that its configuration allows (tagAllowlist, tagDenylist, plainText), inline tags where it allows none; never scripts, handlers or addresses that bring a script along. What is too much is removed, and its text kept.</summary>
    public static readonly Rule EditableMarkup = new(150, "markup of an editable", "An editable takes the tags that its configuration allows (tagAllowlist, tagDenylist, plainText), inline tags where it allows none; never scripts, handlers or addresses that bring a script along. What is too much is removed, and its text kept.");

    /// <summary>A publication has texts within the minLength and maxLength of their editables, counted without markup. Drafts may be longer or shorter.</summary>
    public static readonly Rule EditableLength = new(151, "length of a text", "A publication has texts within the minLength and maxLength of their editables, counted without markup. Drafts may be longer or shorter.");

    /// <summary>A link has href, target, $ref and reference; an include service, params and overrides; html has html.</summary>
    public static readonly Rule DirectiveMembers = new(152, "members of a directive", "A link has href, target, $ref and reference; an include service, params and overrides; html has html.");

    /// <summary>An image or video has a url, an originalUrl or a mediaId, and what it is known to hold beside (width, crops, focalPoint, …) is of the right kind.</summary>
    public static readonly Rule MediaMember = new(153, "member of an image or video", "An image or video has a url, an originalUrl or a mediaId, and what it is known to hold beside (width, crops, focalPoint, …) is of the right kind.");

    /// <summary>A link's href is text, its target one of _blank, _self, _parent and _top; $ref and reference stand together.</summary>
    public static readonly Rule LinkMember = new(154, "member of a link", "A link's href is text, its target one of _blank, _self, _parent and _top; $ref and reference stand together.");

    /// <summary>An address that starts with javascript:, data: or the like brings a script or a page of its own along.</summary>
    public static readonly Rule ScriptAddress = new(155, "address without a script", "An address that starts with javascript:, data: or the like brings a script or a page of its own along.");

    /// <summary>An include directive takes the services that its configuration names.</summary>
    public static readonly Rule IncludeService = new(156, "service of an include", "An include directive takes the services that its configuration names.");

    /// <summary>The params of an include are as the design's paramsSchema says; one that it does not name and that has a default is of its kind.</summary>
    public static readonly Rule IncludeParams = new(157, "params of an include", "The params of an include are as the design's paramsSchema says; one that it does not name and that has a default is of its kind.");

    /// <summary>The overrides of an include are a list of objects with an id, and stand beside params.</summary>
    public static readonly Rule IncludeOverrides = new(158, "overrides of an include", "The overrides of an include are a list of objects with an id, and stand beside params.");

    /// <summary>The component, or its style directive, offers no style of this name.</summary>
    public static readonly Rule StyleExists = new(159, "style exists", "The component, or its style directive, offers no style of this name.");

    /// <summary>A style of type option has its value or none, one of type select one of its options, any other text; one of type style none that would end its declaration or bring a script.</summary>
    public static readonly Rule StyleValue = new(160, "value of a style", "A style of type option has its value or none, one of type select one of its options, any other text; one of type style none that would end its declaration or bring a script.");

    /// <summary>The condition that a script can set is dateTime.</summary>
    public static readonly Rule ConditionName = new(161, "condition exists", "The condition that a script can set is dateTime.");

    /// <summary>The condition dateTime is an object of two dates (ISO 8601), gte and the later lt, of which one may be missing; brands is a list of texts.</summary>
    public static readonly Rule ConditionValue = new(162, "value of a condition", "The condition dateTime is an object of two dates (ISO 8601), gte and the later lt, of which one may be missing; brands is a list of texts.");

    /// <summary>A component is given the conditions that the content type lists for it (components: [{name, conditions}]), any where it lists none.</summary>
    public static readonly Rule ConditionAllowed = new(163, "condition is allowed", "A component is given the conditions that the content type lists for it (components: [{name, conditions}]), any where it lists none.");

    /// <summary>A publication has the metadata that the design requires: something else than nothing, empty text or an empty list.</summary>
    public static readonly Rule MetadataRequired = new(170, "required metadata", "A publication has the metadata that the design requires: something else than nothing, empty text or an empty list.");

    /// <summary>In a publication a text has at least minLength and at most maxLength characters (UTF-16 units).</summary>
    public static readonly Rule MetadataLength = new(171, "length of metadata", "In a publication a text has at least minLength and at most maxLength characters (UTF-16 units).");

    /// <summary>Where the design says 'allowNewlines: false', a text of a publication is one line.</summary>
    public static readonly Rule MetadataOneLine = new(172, "metadata on one line", "Where the design says 'allowNewlines: false', a text of a publication is one line.");

    /// <summary>In a publication a value with a list of options (dataProvider.items) is one of them.</summary>
    public static readonly Rule MetadataOption = new(173, "metadata is an option", "In a publication a value with a list of options (dataProvider.items) is one of them.");

    /// <summary>In a publication a number is at least minValue and at most maxValue.</summary>
    public static readonly Rule MetadataRange = new(174, "range of metadata", "In a publication a number is at least minValue and at most maxValue.");

    /// <summary>In a publication a list has at most maxItems items, and references are from min to max in number.</summary>
    public static readonly Rule MetadataItems = new(175, "number of items", "In a publication a list has at most maxItems items, and references are from min to max in number.");

    /// <summary>In a publication a value matches the design's 'regex'.</summary>
    public static readonly Rule MetadataPattern = new(176, "pattern of metadata", "In a publication a value matches the design's 'regex'.");

    /// <summary>In a publication a tree has at most maxDepth levels and items of its allowedTypes only.</summary>
    public static readonly Rule MetadataTree = new(177, "form of a tree", "In a publication a tree has at most maxDepth levels and items of its allowedTypes only.");

    /// <summary>No two public documents have one value of a uniquenessScope. Give it another value, or unpublish the other document.</summary>
    public static readonly Rule MetadataUnique = new(178, "unique metadata", "No two public documents have one value of a uniquenessScope. Give it another value, or unpublish the other document.");

    /// <summary>In a publication metadata refers to documents that exist.</summary>
    public static readonly Rule ReferenceExists = new(179, "reference exists", "In a publication metadata refers to documents that exist.");

    /// <summary>In a publication metadata refers to documents of the document type and content types that the design names.</summary>
    public static readonly Rule ReferenceFits = new(180, "reference fits", "In a publication metadata refers to documents of the document type and content types that the design names.");

    /// <summary>Where the design says 'published: true', metadata of a publication refers to public documents.</summary>
    public static readonly Rule ReferencePublished = new(181, "reference is published", "Where the design says 'published: true', metadata of a publication refers to public documents.");

    /// <summary>A design is JSON with components, each with a name and an HTML template or a list of its directives, in the form of Livingdocs' design or project configuration.</summary>
    public static readonly Rule DesignForm = new(190, "form of a design", "A design is JSON with components, each with a name and an HTML template or a list of its directives, in the form of Livingdocs' design or project configuration.");

    /// <summary>A design names a component that it does not have: as an allowed child or parent, in a content type's list or in a default content.</summary>
    public static readonly Rule DesignNamesComponents = new(191, "design has the component it names", "A design names a component that it does not have: as an allowed child or parent, in a content type's list or in a default content.");

    /// <summary>A component or a style directive offers a component property that the design does not have.</summary>
    public static readonly Rule DesignNamesStyles = new(192, "design has the style it names", "A component or a style directive offers a component property that the design does not have.");

    /// <summary>A reference asks for documents of a content type that the design does not have.</summary>
    public static readonly Rule DesignNamesContentTypes = new(193, "design has the content type it names", "A reference asks for documents of a content type that the design does not have.");

    /// <summary>A group of metadata names a property that the content type does not have.</summary>
    public static readonly Rule DesignNamesMetadata = new(194, "content type has the metadata it names", "A group of metadata names a property that the content type does not have.");

    /// <summary>A component configures a directive that its template does not declare, so nothing comes of it.</summary>
    public static readonly Rule DesignDirectiveDeclared = new(195, "configured directive is declared", "A component configures a directive that its template does not declare, so nothing comes of it.");

    /// <summary>A metadata property is of a kind that DocScript does not know; it then takes any value.</summary>
    public static readonly Rule DesignMetadataKind = new(196, "metadata kind is known", "A metadata property is of a kind that DocScript does not know; it then takes any value.");

    /// <summary>A document of the store breaks a rule under this design that it kept under the design before. Change the document or the design, or import the design with --force, which then only warns.</summary>
    public static readonly Rule DesignFitsDocuments = new(197, "design fits the documents", "A document of the store breaks a rule under this design that it kept under the design before. Change the document or the design, or import the design with --force, which then only warns.");

    /// <summary>All rules, for the reference and the coverage list.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ComponentExists, ContentTypeExists, ComponentTypeExists, ComponentTypeAllowed, MetadataExists,
        MetadataKind, DirectiveExists, DirectiveIsOfKind, DirectiveValue, ContainerExists,
        ContainerNamed, AllowedChildren, AllowedParents, FixedStays, FixedEnds,
        SiblingsAdjacent, SiblingInContainer, NotIntoItself, ComponentIdFree, ComponentIdForm,
        KeyForm, DeleteUnpublished, UnpublishPublic, OldValue, Depth,
        UndoUntouched, MemberOfObject, Storable, ControlAllowed, FutureOnly,
        EmbargoUnpublished, EmbargoHolds, UnpublishLater, CheckedOut, NotCheckedOut,
        CheckInFirst, ForceRight,
        EditableMarkup, EditableLength, DirectiveMembers, MediaMember, LinkMember, ScriptAddress, IncludeService, IncludeParams, IncludeOverrides,
        StyleExists, StyleValue, ConditionName, ConditionValue, ConditionAllowed,
        MetadataRequired, MetadataLength, MetadataOneLine, MetadataOption, MetadataRange,
        MetadataItems, MetadataPattern, MetadataTree, MetadataUnique, ReferenceExists,
        ReferenceFits, ReferencePublished,
        DesignForm, DesignNamesComponents, DesignNamesStyles, DesignNamesContentTypes, DesignNamesMetadata,
        DesignDirectiveDeclared, DesignMetadataKind, DesignFitsDocuments,
    ];
}
