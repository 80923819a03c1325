/**
 * Volumes to files and back, through the engine's archive API: no image with tar in it is needed, nothing is pulled,
 * nothing is held in memory, and a file is written beside its place and renamed into it.
 */
package dev.dockline.transfer;
