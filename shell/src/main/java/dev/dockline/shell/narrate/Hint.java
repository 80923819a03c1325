package dev.dockline.shell.narrate;

import dev.dockline.Dockline;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Problem;
import dev.dockline.shell.eval.Words;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The line to type where a snippet does not compile, for those who come from the docker command line or from Python. */
final class Hint {
    private static final Pattern PORTS = Pattern.compile("publish\\((\\d+):(\\d+)\\)");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\\\\"\n]{2,}|)'");
    private static final Pattern DOCKER = Pattern.compile("(?:sudo )?docker (\\S+)(?: (\\S+))?.*", Pattern.DOTALL);
    private static final Pattern SYMBOL =
            Pattern.compile("(?s)cannot find symbol.*symbol:\\s+(method|variable|class) (\\w+).*?(?:location:(.*))?");
    private static final Pattern TYPE = Pattern.compile("(dev\\.dockline\\.[A-Za-z.]*[A-Z]\\w*)");
    private static final int FARTHEST = 2;

    private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("ps", "containers()");
        COMMANDS.put("ls", "containers()");
        COMMANDS.put("images", "images()");
        COMMANDS.put("volume", "volumes()");
        COMMANDS.put("network", "networks()");
        COMMANDS.put("info", "engine()");
        COMMANDS.put("version", "engine()");
        COMMANDS.put("run", "container(\"web\").image(\"busybox\").run(\"sleep\", \"600\")");
        COMMANDS.put("exec", "container(\"NAME\").exec(\"ls\", \"/\")");
        COMMANDS.put("logs", "container(\"NAME\").logs()");
        COMMANDS.put("rm", "container(\"NAME\").remove()");
        COMMANDS.put("inspect", "container(\"NAME\").inspect()");
        COMMANDS.put("pull", "image(\"NAME\").pull()");
        COMMANDS.put("rmi", "image(\"NAME\").remove()");
        COMMANDS.put("cp", "container(\"NAME\").copyTo(\"file\", \"/folder\")");
        COMMANDS.put("help", "/help");
        COMMANDS.put("exit", "/exit");
        COMMANDS.put("quit", "/exit");
        COMMANDS.put("print", "System.out.println(…)");
        COMMANDS.put("True", "true");
        COMMANDS.put("False", "false");
        COMMANDS.put("None", "null");
    }

    private Hint() {}

    /** What to type instead, if that can be told. */
    static Optional<String> of(String source, Outcome.Rejected rejected) {
        return Stream.of(output(source), docker(source), ports(source), quotes(source), symbol(rejected))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> output(String source) {
        return UnmarkedOutput.isIn(source) ? Optional.of(UnmarkedOutput.TRY) : Optional.empty();
    }

    private static Optional<String> docker(String source) {
        var docker = DOCKER.matcher(source.replace(";", "").strip());
        if (!docker.matches()) {
            return Optional.empty();
        }
        var java = DockerLine.toJava(source);
        if (java.isPresent()) {
            return java;
        }
        var line = COMMANDS.getOrDefault(docker.group(1), "/help");
        var name = docker.group(2);
        return Optional.of(
                name == null || !name.matches("[\\w.-]+") || name.startsWith("-") ? line : line.replace("NAME", name));
    }

    private static Optional<String> ports(String source) {
        return changed(source, PORTS, ports -> "publish(" + ports.group(1) + ", " + ports.group(2) + ")");
    }

    // A text in Java stands between double quotation marks.
    private static Optional<String> quotes(String source) {
        return changed(source, QUOTED, text -> "\"" + text.group(1) + "\"");
    }

    private static Optional<String> changed(
            String source, Pattern wrong, java.util.function.Function<MatchResult, String> right) {
        var matcher = wrong.matcher(source);
        return matcher.find()
                ? Optional.of(matcher.replaceAll(found -> java.util.regex.Matcher.quoteReplacement(right.apply(found))))
                : Optional.empty();
    }

    private static Optional<String> symbol(Outcome.Rejected rejected) {
        return rejected.problems().stream()
                .map(Problem::message)
                .map(SYMBOL::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(found -> symbol(found.group(1), found.group(2), found.group(3)).stream())
                .findFirst();
    }

    private static Optional<String> symbol(String kind, String name, String location) {
        var type = TYPE.matcher(location == null ? "" : location);
        var member = type.find();
        if (!member && COMMANDS.containsKey(name)) {
            return Optional.of(COMMANDS.get(name));
        }
        var methods = member ? methods(type.group(1)) : words();
        if (kind.equals("variable")
                && methods.anyMatch(method -> method.getName().equals(name))) {
            return Optional.of(name + "()");
        }
        return Near.nearest(name, (member ? methods(type.group(1)) : words()).map(Method::getName))
                .map(near -> near + "(…)");
    }

    private static Stream<Method> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type).getMethods());
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }

    private static Stream<Method> words() {
        return Stream.concat(
                Arrays.stream(Dockline.class.getDeclaredMethods()), Arrays.stream(Words.class.getDeclaredMethods()));
    }
}
