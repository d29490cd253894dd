package dev.perseat.examples.adminconsole;

import java.util.List;

/** What can be said: for the help, and for the menu, which asks for each word in capitals. */
final class Vocabulary {
    /** One thing that can be said. */
    record Phrase(String pattern, String says) {}

    static final List<Phrase> PHRASES = List.of(
            new Phrase("licenses", "All licences of the organisation"),
            new Phrase("license PRODUCT", "One licence with its groups"),
            new Phrase("plans PRODUCT", "The plans of a product"),
            new Phrase("groups [NAME]", "Groups with a piece of this name"),
            new Phrase("status GROUP", "How far a group's licences have come"),
            new Phrase("errors GROUP", "Members of a group with errors"),
            new Phrase("user USER", "The licences of a user, with reasons"),
            new Phrase("preview REQUEST...", "What one of the following would do"),
            new Phrase(
                    "assign PRODUCT to GROUP [without PLANS]", "Assign a product to a group, perhaps with plans off"),
            new Phrase("remove PRODUCT from GROUP", "Remove a product from a group"),
            new Phrase("grant PRODUCT to USER [without PLANS]", "Assign a product to a user directly"),
            new Phrase("revoke PRODUCT from USER", "Remove a direct licence from a user"),
            new Phrase("seats PRODUCT NUMBER", "Buy or give back seats, so that there are so many"),
            new Phrase("reprocess GROUP", "Process the members of a group again"),
            new Phrase("cancel OPERATION", "Take back an operation that has not ended"),
            new Phrase("hold PERCENT", "Hold what comes next when it has come so far, to look at it"),
            new Phrase("go", "Let go on what is held, and wait until all has ended"),
            new Phrase("wait", "Wait until all has ended or is held"),
            new Phrase("operations", "The newest operations"),
            new Phrase("audit", "The audit trail of commands"),
            new Phrase("audit user USER", "What became of a user, and because of what"),
            new Phrase("audit group GROUP", "What was done to a group"),
            new Phrase("audit operation OPERATION", "What an operation did"),
            new Phrase("as NAME ROLE...", "Sit down as somebody else"),
            new Phrase("say TEXT", "Write a heading"),
            new Phrase("help", "This list"));

    private Vocabulary() {}

    static void print(Screen screen) {
        Table table = new Table(0, 0, "Say", "to");
        PHRASES.forEach(phrase -> table.row(phrase.pattern(), phrase.says()));
        table.print(screen);
        screen.line(
                "PRODUCT and GROUP are an id, a name, or a piece of exactly one name; several words stand in quotes.");
        screen.line("PLANS are names with commas between them. A request that ends with & is not waited for.");
        screen.line("A line that begins with # is a comment.");
    }
}
