package dev.dockline.agreement;

import java.util.List;
import java.util.Random;

/** Chance that a seed decides. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    boolean in(int percent) {
        return below(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
