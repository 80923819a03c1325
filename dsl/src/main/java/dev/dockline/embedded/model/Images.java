package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images and their tags. Guarded by the model's lock. */
public final class Images {
    private final Model model;
    private final Map<String, Image> images = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private Runnable supplements = () -> {};

    Images(Model model) {
        this.model = model;
    }

    /** Has more images added, the first time that one is missing or that all are asked for. */
    public void supplement(Runnable adding) {
        supplements = adding;
    }

    private void complete() {
        var adding = supplements;
        supplements = () -> {};
        adding.run();
    }

    public Collection<Image> all() {
        complete();
        return List.copyOf(images.values());
    }

    public void add(Image image, String reference) {
        model.changed("image", image.id());
        images.putIfAbsent(image.id(), image);
        if (!reference.isEmpty()) tags.put(ImageName.full(reference), image.id());
    }

    /** By name, with or without a tag, by id, or the beginning of an id. */
    public Optional<Image> find(String reference) {
        var found = known(reference);
        if (found.isPresent()) return found;
        complete();
        return known(reference);
    }

    private Optional<Image> known(String reference) {
        var tagged = tags.get(ImageName.full(reference));
        if (tagged != null) return Optional.of(images.get(tagged));
        var id = reference.startsWith("sha256:") ? reference : "sha256:" + reference;
        if (!id.matches("sha256:[0-9a-f]{1,64}")) return Optional.empty();
        return Ids.byPrefix(images.keySet(), id).map(images::get);
    }

    public Image get(String reference) {
        return find(reference).orElseThrow(() -> Refused.notFound("No such image: " + ImageName.shown(reference)));
    }

    /** All names, and the ids they lead to. */
    public Map<String, String> tags() {
        return Map.copyOf(tags);
    }

    /** Takes the place of what is there. */
    public void restore(Collection<Image> all, Map<String, String> names) {
        images.clear();
        all.forEach(image -> images.put(image.id(), image));
        tags.clear();
        tags.putAll(names);
    }

    public List<String> tags(Image image) {
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(image.id()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public void tag(String reference, String repository, String tag) {
        var image = get(reference);
        var name = ImageName.checked(repository, tag);
        tags.put(name, image.id());
        model.events().emit("image", "tag", image.id(), Map.of("name", name));
    }

    /** What {@code rmi} says it did: untagged names, then the deleted id. */
    public record Removal(List<String> untagged, Optional<Image> deleted) {}

    public Removal remove(String reference, boolean force) {
        var image = get(reference);
        var name = ImageName.full(reference);
        var byName = tags.containsKey(name);
        var own = tags(image);
        if (!byName && own.size() > 1 && !force)
            throw Refused.conflict("conflict: unable to delete " + Ids.abbreviate(image.id())
                    + " (must be forced) - image is referenced in multiple repositories");
        var last = !byName || own.size() <= 1;
        if (last) checkUnused(image, reference, byName, force);
        var removed = byName ? List.of(name) : own;
        removed.forEach(tag -> untag(image, tag));
        if (!last || isUsed(image)) return new Removal(removed, Optional.empty());
        images.remove(image.id());
        model.events().emit("image", "delete", image.id(), Map.of("name", image.id()));
        return new Removal(removed, Optional.of(image));
    }

    /** Forgets an image; false where it was not there. */
    public boolean drop(Image image) {
        model.changed("image", image.id());
        return images.remove(image.id()) != null;
    }

    private void untag(Image image, String tag) {
        tags.remove(tag);
        model.events().emit("image", "untag", image.id(), Map.of("name", image.id()));
    }

    private void checkUnused(Image image, String reference, boolean byName, boolean force) {
        var subject =
                byName ? "remove repository reference \"" + reference + "\"" : "delete " + Ids.abbreviate(image.id());
        for (var user : users(image)) {
            if (user.state().running() && (force || !byName))
                throw Refused.conflict("conflict: unable to delete " + Ids.abbreviate(image.id())
                        + " (cannot be forced) - image is being used by running container " + user.shortId());
            if (force) continue;
            throw Refused.conflict("conflict: unable to " + subject + (byName ? " (must force)" : " (must be forced)")
                    + (byName
                            ? " - container " + user.shortId() + " is using its referenced image "
                                    + Ids.abbreviate(image.id())
                            : " - image is being used by stopped container " + user.shortId()));
        }
    }

    private boolean isUsed(Image image) {
        return !users(image).isEmpty();
    }

    public List<Container> users(Image image) {
        var users = new ArrayList<Container>();
        for (var container : model.containers().all()) {
            if (container.imageId().equals(image.id())) users.add(container);
        }
        return users;
    }
}
