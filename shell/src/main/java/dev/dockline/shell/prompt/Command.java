package dev.dockline.shell.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What begins with a slash and is not Java. */
enum Command {
    HELP("[NAME]", "this, or what a word or method does: /help container"),
    VARS("", "the variables, their types and values"),
    LIST("", "what was run in this session and went well"),
    SAVE("FILE", "writes that into a new script"),
    OPEN("FILE", "runs a script here"),
    EDIT("[NUMBER]", "opens the latest of the list, or another, in $EDITOR"),
    RESET("", "forgets variables and methods; containers stay"),
    HISTORY("[COUNT]", "the latest lines typed, also in earlier sessions"),
    TABLES("delta|full|off", "what is shown after a change"),
    ENGINE("[URL]", "the engine; goes over to another one"),
    TRUST("", "runs .dockline/startup.jsh now and at each start here"),
    PLAN("SNIPPET", "what it would change; nothing is done"),
    UNDO("[COUNT|list]", "takes back what the latest verbs did; lists what it can"),
    TIME("SNIPPET", "runs it and tells how long it took"),
    MORE("", "the next page of a long result"),
    WHY("", "the trace of the last error"),
    EXIT("", "leaves, as Ctrl-D does");

    private static final Pattern FORM = Pattern.compile("\\s*(/[a-z]*)(?:\\s+(.*))?", Pattern.DOTALL);

    private final String takes;
    private final String about;

    Command(String takes, String about) {
        this.takes = takes;
        this.about = about;
    }

    /** Whether a text is a command rather than Java, known or not. */
    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /** The command that a text names, if there is one. */
    static Optional<Command> of(String text) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(name(text)))
                .findFirst();
    }

    /** The first word of a text that is a command. */
    static String name(String text) {
        return group(text, 1);
    }

    /** What follows that word. */
    static String rest(String text) {
        return group(text, 2).strip();
    }

    private static String group(String text, int number) {
        var form = FORM.matcher(text);
        return form.matches() && form.group(number) != null ? form.group(number) : "";
    }

    /** As it is typed. */
    String word() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** A few words on what it does. */
    String about() {
        return about;
    }

    /** All of them, a line each. */
    static String list() {
        return Arrays.stream(values())
                .map(command -> "%-24s%s%n".formatted((command.word() + " " + command.takes).strip(), command.about))
                .collect(Collectors.joining());
    }
}
