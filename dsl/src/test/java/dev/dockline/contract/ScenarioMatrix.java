package dev.dockline.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The book's scenarios against the engines, as the tests of this and earlier runs found them.
 *
 * <p>A test whose name begins with a row's number, such as {@code p9_a_port_that_is_taken…}, stands for that row; the
 * class it runs in is named after the engine. Results are kept in {@code target/matrix}, a file for each engine; with
 * {@code -Ddockline.matrix=FILE} the table is put between the marks in that file.
 */
public final class ScenarioMatrix implements TestExecutionListener {
    private static final Set<String> UNLISTED = Set.of(EngineUnderTest.NONE.url(), EngineUnderTest.SERVED.url());
    private static final Pattern ROWS = Pattern.compile("^((?:[vplb]\\d+_)+)");
    private static final Path KEPT = Path.of("target", "matrix");
    private static final String BEGIN = "<!-- matrix -->\n";
    private static final String END = "<!-- /matrix -->\n";

    private final Map<String, Map<String, String>> byEngine = new TreeMap<>();
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            var rows = ROWS.matcher(method.getMethodName());
            if (rows.find()) {
                for (var row : rows.group(1).toUpperCase(java.util.Locale.ROOT).split("_")) {
                    byEngine.computeIfAbsent(engine(test), e -> new TreeMap<>())
                            .merge(row, cell(result), ScenarioMatrix::together);
                }
            }
        }
    }

    private String engine(TestIdentifier test) {
        return plan.getParent(test).map(TestIdentifier::getDisplayName).orElse("");
    }

    private static String cell(TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            return result.getThrowable()
                    .map(Throwable::getMessage)
                    .orElse("skipped")
                    .replaceFirst("^Assumption failed: ", "")
                    .replaceAll("[|\n]", " ");
        }
        return result.getStatus() == Status.SUCCESSFUL ? "yes" : "no";
    }

    // Where one of a row's tests ran and another could not, both are told.
    private static String together(String one, String other) {
        if (one.equals("no") || other.equals("no")) {
            return "no";
        }
        if (one.startsWith("yes") == other.startsWith("yes")) {
            return one.length() > other.length() ? one : other;
        }
        return one.startsWith("yes") ? one.replaceFirst("^yes$", "yes; but " + quoted(other)) : together(other, one);
    }

    private static String quoted(String reason) {
        return java.util.regex.Matcher.quoteReplacement(reason);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (byEngine.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(KEPT);
            for (var engine : byEngine.entrySet()) {
                if (!UNLISTED.contains(engine.getKey())) {
                    keep(title(engine.getKey()), engine.getValue());
                }
            }
            var table = table(kept());
            System.out.println("\n" + table);
            var file = System.getProperty("dockline.matrix");
            if (file != null) {
                put(table, Path.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(String url) {
        if (url.equals(EngineUnderTest.EMBEDDED.url())) {
            return url;
        }
        var engine = new EngineUnderTest(url).connection().engine();
        return engine.product() + " " + engine.version().replaceFirst("[+].*", "");
    }

    private static void keep(String engine, Map<String, String> rows) throws IOException {
        var file = KEPT.resolve(engine);
        var all = new TreeMap<String, String>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> all.put(line.split("\t")[0], line.split("\t")[1]));
        }
        all.putAll(rows);
        Files.write(
                file,
                all.entrySet().stream()
                        .map(row -> row.getKey() + "\t" + row.getValue())
                        .toList());
    }

    private static Map<String, Map<String, String>> kept() throws IOException {
        var engines = new TreeMap<String, Map<String, String>>();
        try (var files = Files.list(KEPT)) {
            for (var file : files.toList()) {
                var rows = new TreeMap<String, String>();
                Files.readAllLines(file).forEach(line -> rows.put(line.split("\t")[0], line.split("\t")[1]));
                engines.put(file.getFileName().toString(), rows);
            }
        }
        return engines;
    }

    private static String table(Map<String, Map<String, String>> engines) {
        var columns = engines.keySet().stream()
                .sorted(java.util.Comparator.comparing((String name) -> !name.equals("embedded"))
                        .thenComparing(name -> name))
                .toList();
        var text = new StringBuilder(
                "| | " + String.join(" | ", columns) + " |\n|---" + "|---".repeat(columns.size()) + "|\n");
        rows().forEach(row -> text.append("| ")
                .append(row)
                .append(" | ")
                .append(columns.stream()
                        .map(column -> engines.get(column).getOrDefault(row, "not run"))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }

    private static Stream<String> rows() {
        return Stream.of(numbered("V", 11), numbered("P", 10), numbered("L", 8), numbered("B", 3))
                .flatMap(rows -> rows);
    }

    private static Stream<String> numbered(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }

    private static void put(String table, Path file) throws IOException {
        var text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(file, text.substring(0, begin) + "\n" + table + "\n" + text.substring(text.indexOf(END)));
    }
}
