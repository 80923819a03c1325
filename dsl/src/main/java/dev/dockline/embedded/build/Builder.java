package dev.dockline.embedded.build;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.image.ImageFiles;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.ImageName;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Obeys a Dockerfile, step by step. Nothing is kept between builds, so each does all of its work. */
public final class Builder implements AutoCloseable {
    /**
     * What is asked of a build.
     *
     * @param target the stage to end with, or empty for the last
     */
    public record Request(Map<String, String> arguments, Map<String, String> labels, String target) {}

    /** What a build has to say. */
    @FunctionalInterface
    public interface Listener {
        void say(String text) throws IOException;
    }

    private static final Set<String> PREDEFINED =
            Set.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy");

    private final Daemon daemon;
    private final Request request;
    private final FileView context;
    private final Listener listener;
    private final Map<String, Image> stages = new HashMap<>();
    private final List<Image> between = new ArrayList<>();
    private final Map<String, String> globals = new LinkedHashMap<>();
    private Stage stage;

    public Builder(Daemon daemon, Request request, FileView context, Listener listener) {
        this.daemon = daemon;
        this.request = request;
        this.context = context;
        this.listener = listener;
    }

    /** Where a build stands between one FROM and the next; {@code base} is null for one that begins with nothing. */
    private static final class Stage {
        private final String name;
        private final Image base;
        private final ImageConfig config;
        private final List<Image.Step> history;
        private final Map<String, String> arguments = new LinkedHashMap<>();
        private ImageFiles files;
        private String last = "";

        Stage(String name, Image base, ImageFiles files) {
            this.name = name;
            this.base = base;
            this.files = files;
            config = new ImageConfig(base == null ? Config.EMPTY : base.config());
            history = new ArrayList<>(base == null ? List.of() : base.history());
        }

        void did(Instant now, String what) {
            if (!last.isEmpty()) history.add(new Image.Step(now, last, "", 0));
            last = what;
        }

        Map<String, String> variables() {
            var all = new LinkedHashMap<>(arguments);
            all.putAll(config.environment());
            return all;
        }
    }

    /** Builds what the text says, and returns the image, without a name. */
    public Image build(String dockerfile) throws BuildError, IOException, InterruptedException {
        var all = Dockerfile.parse(dockerfile);
        for (var i = 0; i < all.size() && !isAtTarget(all.get(i)); i++) {
            listener.say("Step " + (i + 1) + "/" + all.size() + " : " + all.get(i) + "\n");
            if (all.get(i).keyword().equals("FROM")) begin(all.get(i));
            else obey(all.get(i));
        }
        if (stage == null) throw new BuildError("no build stage in current context");
        var made = endStage();
        if (!request.target.isEmpty() && !stage.name.equals(request.target))
            throw new BuildError("failed to reach build target " + request.target + " in Dockerfile");
        listener.say(" ---> " + Ids.abbreviate(made.id()) + "\n");
        return made;
    }

    private boolean isAtTarget(Instruction next) {
        return next.keyword().equals("FROM") && stage != null && stage.name.equals(request.target);
    }

    private Image endStage() throws IOException {
        request.labels.forEach(stage.config::label);
        var untouched = stage.base != null && stage.last.isEmpty() && request.labels.isEmpty();
        var image = untouched ? stage.base : image();
        stages.put(stage.name, image);
        stage.files.close();
        return image;
    }

    private Image image() throws IOException {
        var made = new ImageFiles.Made(
                stage.config.config(),
                stage.last,
                "",
                stage.history,
                daemon.model().now());
        return stage.files.image(made, "");
    }

    private void begin(Instruction from) throws BuildError, IOException {
        if (stage != null) endStage();
        var words = Words.of(from.text(), globals);
        var named = words.size() == 3 && words.get(1).equalsIgnoreCase("AS");
        var image = words.get(0).equals("scratch") ? null : base(words.get(0));
        var files = new ImageFiles(daemon);
        stage = new Stage(named ? words.get(2) : String.valueOf(stages.size()), image, files);
        if (image == null) return;
        files.from(image);
        listener.say(" ---> " + Ids.abbreviate(image.id()) + "\n");
    }

    private Image base(String name) throws BuildError {
        if (stages.containsKey(name)) return stages.get(name);
        return daemon.model()
                .locked(() -> daemon.model().images().find(name))
                .orElseThrow(() -> new BuildError("pull access denied for " + name
                        + ", repository does not exist or may require 'docker login':"
                        + " denied: requested access to the resource is denied"));
    }

    private void obey(Instruction instruction) throws BuildError, IOException, InterruptedException {
        if (instruction.keyword().equals("ARG")) {
            argument(instruction);
            return;
        }
        if (stage == null) throw new BuildError("no build stage in current context");
        var run = instruction.keyword().equals("RUN");
        if (!run) stage.did(daemon.model().now(), "/bin/sh -c #(nop) " + instruction);
        switch (instruction.keyword()) {
            case "RUN" -> run(instruction);
            case "COPY", "ADD" -> copy(instruction);
            case "SHELL", "ONBUILD" ->
                throw new BuildError(instruction.keyword() + " is not obeyed by the embedded engine of Dockline");
            default -> configure(instruction);
        }
    }

    private void configure(Instruction instruction) throws BuildError, IOException {
        try {
            stage.config.obey(instruction, stage.variables());
        } catch (Refused e) {
            throw new BuildError(e.getMessage());
        }
        if (instruction.keyword().equals("WORKDIR")) stage.files.view().mkdirs(stage.config.workingDir());
    }

    private void argument(Instruction instruction) {
        var equals = instruction.text().indexOf('=');
        var name = equals < 0 ? instruction.text() : instruction.text().substring(0, equals);
        var known = stage == null ? globals : stage.variables();
        var value = equals < 0
                ? globals.getOrDefault(name, "")
                : Words.one(instruction.text().substring(equals + 1), known);
        (stage == null ? globals : stage.arguments).put(name, request.arguments.getOrDefault(name, value));
    }

    private void copy(Instruction instruction) throws BuildError, IOException {
        var source = instruction.flags().get("from");
        var words = instruction.list() == null ? Words.of(instruction.text(), stage.variables()) : instruction.list();
        if (source == null) {
            new Copying(instruction, context, stage.files.view()).copy(words, stage.config.workingDir());
            return;
        }
        try (var other = new ImageFiles(daemon)) {
            other.from(base(source));
            new Copying(instruction, other.view(), stage.files.view()).copy(words, stage.config.workingDir());
        }
    }

    private void run(Instruction instruction) throws BuildError, IOException, InterruptedException {
        if (!instruction.flags().isEmpty())
            throw new BuildError(
                    "the --" + instruction.flags().keySet().iterator().next()
                            + " option requires BuildKit, which the embedded engine of Dockline has not");
        var image = stage.last.isEmpty() && stage.base != null ? stage.base : between();
        var next = new ImageFiles(daemon);
        try (var step = new RunStep(daemon, image, instruction.command(), environment())) {
            step.run(listener);
            next.from(step.container());
            stage.did(daemon.model().now(), step.commandLine());
        } catch (BuildError | IOException | InterruptedException | RuntimeException e) {
            next.close();
            throw e;
        }
        stage.files.close();
        stage.files = next;
    }

    private Image between() throws IOException {
        var image = image();
        between.add(image);
        return image;
    }

    // Arguments are seen by what runs, and not kept in the image.
    private List<String> environment() {
        var all = new LinkedHashMap<String, String>();
        request.arguments.forEach((name, value) -> {
            if (PREDEFINED.contains(name)) all.put(name, value);
        });
        all.putAll(stage.arguments);
        return all.entrySet().stream()
                .filter(entry -> !stage.config.environment().containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** Takes away what was made on the way. */
    @Override
    public void close() throws IOException {
        if (stage != null) stage.files.close();
        for (var image : between) {
            if (!stages.containsValue(image)) daemon.discardNameless(image);
        }
    }

    /** Refuses a name before anything is built. */
    public static String checked(String tag) {
        var colon = tag.lastIndexOf(':') > tag.lastIndexOf('/') ? tag.lastIndexOf(':') : tag.length();
        return ImageName.checked(tag.substring(0, colon), tag.substring(Math.min(tag.length(), colon + 1)));
    }
}
