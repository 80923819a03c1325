package dev.dockline.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. */
@Command(
        name = "dockline",
        sortOptions = false,
        version = "Dockline " + Options.VERSION,
        description = "Drives Docker from Java, one line at a time. Without arguments: the prompt.",
        footer = {
            "",
            "Exit codes: 0 ok, 1 a script threw or a command failed, 2 usage, 3 a snippet does not compile,",
            "4 no engine, 5 refused by the engine or by Dockline, 10 a plan found changes, 130 interrupted,",
            "143 terminated; exit(n) gives n.",
            "DOCKLINE_DEBUG=1 shows the trace of an error."
        })
final class Options {
    static final String VERSION = "0.1.0";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE.jsh|FILE.ipynb|-",
            description = "The script or notebook to run; - reads a script from standard input.")
    String file;

    @Parameters(index = "1..*", paramLabel = "args", description = "What the script finds in args.")
    List<String> arguments = new ArrayList<>();

    @Option(names = "-e", paramLabel = "TEXT", description = "Runs the text; all arguments then are the script's.")
    String text;

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description =
                    "The engine: unix:///path, tcp://host:port, embedded or embedded:FOLDER. Default: the first that is found.")
    String engine;

    @Option(names = "--startup", paramLabel = "FILE", description = "Runs this script first, in any mode.")
    List<String> startup = new ArrayList<>();

    @Option(names = "--no-startup", description = "Runs no start-up scripts at the prompt.")
    boolean noStartup;

    @Option(
            names = "--continue",
            description = "Goes on after a snippet that failed; the exit code is that of the first.")
    boolean goesOn;

    @Option(names = "--save", description = "Puts what the cells of a notebook put out into its file.")
    boolean save;

    @Option(
            names = "--json",
            description =
                    "Tells changes and failures as lines of JSON on standard output; all else goes to standard error.")
    boolean json;

    @Option(names = "--quiet", description = "Prints results and errors, but no tables of changes and no banner.")
    boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    boolean version;

    /** Those of a command line of nothing but what is most often asked for; empty for any other. */
    static Optional<Options> plain(String... arguments) {
        var options = new Options();
        var i = 0;
        for (; i < arguments.length && arguments[i].startsWith("-") && !arguments[i].equals("-"); i++) {
            if (arguments[i].equals("--quiet") && !options.quiet) {
                options.quiet = true;
            } else if (i + 1 < arguments.length && options.takes(arguments[i], arguments[i + 1])) {
                i++;
            } else {
                return Optional.empty();
            }
        }
        var rest = List.of(arguments).subList(i, arguments.length);
        if (!rest.isEmpty()) {
            options.file = rest.get(0);
            options.arguments.addAll(rest.subList(1, rest.size()));
        }
        // The parser reads more words from a file that is named so.
        var special = rest.stream().anyMatch(word -> word.isEmpty() || word.startsWith("@"));
        return special || Main.COMMANDS.contains(options.file == null ? "" : options.file)
                ? Optional.empty()
                : Optional.of(options);
    }

    private boolean takes(String option, String value) {
        if (value.isEmpty() || value.startsWith("-") || value.startsWith("@") || value.startsWith("\"")) {
            return false;
        }
        if (option.equals("-e") && text == null) {
            text = value;
            return true;
        }
        if (option.equals("--engine") && engine == null) {
            engine = value;
            return true;
        }
        return false;
    }

    boolean isNotebook() {
        return file != null && text == null && file.endsWith(".ipynb");
    }

    /** What is asked for and means nothing in this run, in a sentence; empty if all has a meaning. */
    String misused(boolean atPrompt) {
        if (save && !isNotebook()) {
            return "--save is for notebooks: dockline --save FILE.ipynb.";
        }
        var isScript = !isNotebook() && !atPrompt;
        if (goesOn && !isScript) {
            return "--continue is for scripts: dockline --continue FILE.jsh.";
        }
        return json && !isScript ? "--json is for scripts: dockline --json FILE.jsh." : "";
    }

    /** With -e there is no file, so what stands in its place is the script's too. */
    String[] scriptArguments() {
        var all = new ArrayList<>(arguments);
        if (text != null && file != null) {
            all.add(0, file);
        }
        return all.toArray(String[]::new);
    }
}
