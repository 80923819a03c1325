package dev.dockline.view;

/**
 * How text is to look where it is going.
 *
 * @param width the columns there are, 0 for no limit: nothing is then cut
 * @param colour whether escape codes are understood
 * @param ascii whether only ASCII can be shown
 */
public record Style(int width, boolean colour, boolean ascii) {
    /** For pipes and files: no limit, no colour. */
    public static final Style PLAIN = new Style(0, false, false);
}
