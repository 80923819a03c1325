package dev.dockline.agreement;

import java.util.function.Function;

/** One operation, the same on both sides; it returns what it was told. */
record Step(String text, Function<Side, String> operation) {
    String on(Side side) {
        return operation.apply(side);
    }

    @Override
    public String toString() {
        return text;
    }
}
