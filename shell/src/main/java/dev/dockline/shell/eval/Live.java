package dev.dockline.shell.eval;

import dev.dockline.view.Tabular;
import java.util.function.Supplier;

/** Something to look at as it changes: asked for again and again while it is shown. */
public record Live(Supplier<? extends Tabular> latest) {}
