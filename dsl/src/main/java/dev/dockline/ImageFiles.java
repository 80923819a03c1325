package dev.dockline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockline.engine.Act;
import dev.dockline.engine.Handover;
import dev.dockline.error.CopyFailed;
import dev.dockline.spec.ImageReference;
import dev.dockline.state.ImageName;
import dev.dockline.transfer.Beside;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Images in files of this machine: saved, loaded, imported. */
final class ImageFiles {
    private static final Pattern LOADED = Pattern.compile("Loaded image(?: ID)?(?:\\(s\\))?: (\\S+)");

    private final Docker docker;

    ImageFiles(Docker docker) {
        this.docker = docker;
    }

    Path save(Act act, String reference, Path file) {
        return docker.beyondReading(act, () -> file, () -> {
            try (var beside = new Beside(file)) {
                return save(act, reference, beside);
            }
        });
    }

    private Path save(Act act, String reference, Beside beside) {
        try (var response = Handover.closeOnCancel(docker.link().send("GET", "/images/" + reference + "/get"))) {
            Files.copy(response.getBody(), beside.part());
            return beside.complete();
        } catch (IOException e) {
            throw new CopyFailed(act.what(), beside.reason(e), "save(\"/a/folder/you/may/write/image.tar\")", e);
        }
    }

    /** Loads a file, and returns the names and ids of what was in it. */
    Set<String> load(Path file) {
        var act = new Act("load", "images from", file.toString());
        return docker.beyond(act, Set::of, () -> {
            try (var in = Handover.closeOnCancel(new BufferedInputStream(Files.newInputStream(file)))) {
                return loaded(act, docker.link().post("/images/load?quiet=1", in));
            } catch (IOException e) {
                throw new CopyFailed(act.what(), reason(file, e), "images().load(\"/a/file/of/docker/save.tar\")", e);
            }
        });
    }

    // Docker answers 200 to garbage too, and says what was wrong with it in the stream.
    private static Set<String> loaded(Act act, String answer) throws IOException {
        var names = new LinkedHashSet<String>();
        try (var items =
                new ObjectMapper().readerForMapOf(Object.class).<java.util.Map<String, Object>>readValues(answer)) {
            while (items.hasNextValue()) {
                var item = items.nextValue();
                if (item.containsKey("error")) {
                    throw new CopyFailed(
                            act.what(), String.valueOf(item.get("error")), "a file that image(…).save(…) wrote", null);
                }
                var told = LOADED.matcher(String.valueOf(item.get("stream")));
                while (told.find()) {
                    names.add(ImageName.tagged(told.group(1).replaceFirst(",$", "")));
                }
            }
        }
        return names;
    }

    /** Makes an image of the files in a tar. */
    void importFrom(Act act, ImageReference reference, Path file) {
        docker.beyond(act, () -> null, () -> {
            try (var in = Handover.closeOnCancel(new BufferedInputStream(Files.newInputStream(file)))) {
                // Tagged afterwards, because Podman 4 ignores the tag of an import.
                tag(docker.link().importImage(in), reference);
                return null;
            } catch (IOException e) {
                throw new CopyFailed(act.what(), reason(file, e), "importFrom(\"/a/tar/of/files.tar\")", e);
            }
        });
    }

    /** Gives an image a name, by a name that it has or by its id. */
    void tag(String image, ImageReference name) {
        String tagged = name.tagged();
        int colon = tagged.lastIndexOf(':');
        docker.link()
                .docker()
                .tagImageCmd(image, tagged.substring(0, colon), tagged.substring(colon + 1))
                .exec();
    }

    private static String reason(Path file, IOException e) {
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            return "there is no folder " + file.toAbsolutePath().getParent();
        }
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no file " + file
                : String.valueOf(e.getMessage());
    }
}
