package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.error.ImageInUse;
import dev.dockline.state.ImageState;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Images as they were when asked for. */
public final class Images extends AbstractList<Image> implements Tabular {
    private final Docker docker;
    private final List<ImageState> states;

    private Images(Docker docker, List<ImageState> states) {
        this.docker = docker;
        this.states = states;
    }

    static Images of(Docker docker) {
        return docker.read(new Act("list", "images", ""), () -> {
            var states = new ArrayList<ImageState>();
            docker.link().read("/images/json").forEach(image -> states.add(ImageState.of(image)));
            return new Images(docker, states);
        });
    }

    /**
     * Those with a reference that fits a pattern, in which {@code *} stands for anything: {@code named("training/*")}.
     * Of the names of an image only those that fit go on with it, so that a removal leaves it its others.
     */
    public Images named(String pattern) {
        var regex = Bulk.pattern(pattern);
        Predicate<String> fits = tag -> regex.matcher(tag).matches()
                || regex.matcher(tag.replaceFirst(":[^:/]*$", "")).matches();
        var chosen = states.stream()
                .map(state -> state.withTags(state.tags().stream().filter(fits).toList()))
                .filter(state -> !state.tags().isEmpty())
                .toList();
        return new Images(docker, chosen);
    }

    /** Those that have no name: what was built or pulled anew under their name has taken it. */
    public Images dangling() {
        return which(state -> state.tags().isEmpty());
    }

    /** Those that no container was made of, running or not; asked now. */
    public Images unused() {
        var users = docker.read(new Act("list", "users of images", ""), () -> ImageUsers.read(docker.link()));
        return which(state -> users.of(state.id()).isEmpty());
    }

    /** Takes all names off each and removes it; all are tried. */
    public Images remove() {
        Bulk.each(docker, "remove", "image", handles(), Image::remove);
        return this;
    }

    /**
     * Removes those that have no name and no container, as {@code docker image prune} does.
     *
     * @return those that were removed
     */
    public Images prune() {
        return dangling().unused().removeWhatGoes();
    }

    /** Removes all that no container was made of, named ones too: {@code images().prune(ALL)}. */
    public Images prune(Prune all) {
        return unused().removeWhatGoes();
    }

    /**
     * Takes in the images of a file that {@link Image#save} or {@code docker save} wrote.
     *
     * @return those that were in it
     * @throws dev.dockline.error.CopyFailed if it is no such file
     */
    public Images load(String file) {
        var names = new ImageFiles(docker).load(Path.of(file));
        return of(docker)
                .which(state ->
                        names.contains(state.id()) || state.tags().stream().anyMatch(names::contains));
    }

    // A layer of an image that stays is told as an image in use, and is none of a prune's business.
    private Images removeWhatGoes() {
        var gone = new ArrayList<ImageState>();
        for (var state : states) {
            try {
                handles(state).forEach(Image::remove);
                gone.add(state);
            } catch (ImageInUse stays) {
                continue;
            }
        }
        return new Images(docker, gone);
    }

    private Images which(Predicate<ImageState> wanted) {
        return new Images(docker, states.stream().filter(wanted).toList());
    }

    private List<Image> handles() {
        return states.stream().flatMap(state -> handles(state).stream()).toList();
    }

    private List<Image> handles(ImageState state) {
        var references = state.tags().isEmpty() ? List.of(state.id()) : state.tags();
        return references.stream()
                .map(reference -> new Image(docker, reference))
                .toList();
    }

    /** What each is. */
    public List<ImageState> states() {
        return states;
    }

    @Override
    public Image get(int index) {
        return handles(states.get(index)).get(0);
    }

    @Override
    public int size() {
        return states.size();
    }

    @Override
    public Table table() {
        return Tables.images(states);
    }
}
