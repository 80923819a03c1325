/** Tables and text for people: widths are those on the screen, and nothing is cut where nothing must fit. */
package dev.dockline.view;
