package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jline.builtins.ScreenTerminal;

/** A program on a pseudo-terminal: keys go in, and what a person would see on the screen comes out. */
public final class Screen implements AutoCloseable {

    // Some programs ask where the cursor is, which this terminal neither answers nor understands.
    private static final String WHERE = "\u001b[6n";

    private final PtyProcess process;
    private final ScreenTerminal emulator;
    private int width;
    private int height;

    public Screen(Path folder, Map<String, String> environment, List<String> command, int width, int height)
            throws IOException {
        this.width = width;
        this.height = height;
        emulator = new ScreenTerminal(width, height);
        process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setDirectory(folder.toString())
                .setEnvironment(environment)
                .setInitialColumns(width)
                .setInitialRows(height)
                .start();
        process.setWinSize(new WinSize(width, height));
        var reading = new Thread(this::read);
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (var in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            var buffer = new char[4096];
            var kept = "";
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                var text = (kept + new String(buffer, 0, n)).replace(WHERE, "");
                var begun = text.lastIndexOf('\u001b');
                kept = begun >= 0 && WHERE.startsWith(text.substring(begun)) ? text.substring(begun) : "";
                synchronized (emulator) {
                    emulator.write(text.substring(0, text.length() - kept.length()));
                }
            }
        } catch (IOException ended) {
            // A pseudo-terminal ends with an error when its program does.
        }
    }

    /** As a window that is drawn larger or smaller. */
    void resize(int columns, int rows) {
        synchronized (emulator) {
            width = columns;
            height = rows;
            emulator.setSize(columns, rows);
        }
        process.setWinSize(new WinSize(columns, rows));
    }

    public void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public void line(String text) throws IOException {
        type(text + "\r");
    }

    /** As a terminal that supports it sends a paste. */
    void paste(String text) throws IOException {
        type("\u001b[200~" + text.replace('\n', '\r') + "\u001b[201~");
    }

    /** Types the same key until the screen ends so. */
    void typeUntil(String key, String end) {
        typeUntil(key, text -> text.endsWith(end));
    }

    /** Types the same key until the screen has that somewhere. */
    void typeUntilSeen(String key, String part) {
        typeUntil(key, text -> text.contains(part));
    }

    private void typeUntil(String key, Predicate<String> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    if (!condition.test(text())) {
                        type(key);
                        Thread.sleep(300);
                    }
                    assertThat(text()).matches(condition);
                });
    }

    /** What the screen shows, without the blanks at the ends. */
    public String text() {
        var cells = new long[width * height];
        synchronized (emulator) {
            emulator.dump(cells, 0, 0, height, width, new int[2]);
        }
        var text = new StringBuilder();
        for (var row = 0; row < height; row++) {
            var line = new StringBuilder();
            for (var column = 0; column < width; column++) {
                var character = (int) (cells[row * width + column] & 0xffffffL);
                line.appendCodePoint(character == 0 ? ' ' : character);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    void await(Predicate<String> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(text()).matches(condition));
    }

    void awaitEnd(String end) {
        await(text -> text.endsWith(end));
    }

    public long pid() {
        return process.pid();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
