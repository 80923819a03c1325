package dev.dockline.embedded.runtime;

import dev.dockline.embedded.program.Executable;

/** A run that may begin, and the program it runs. */
record Launched(Run run, Executable executable) {}
