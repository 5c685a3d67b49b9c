/// The rules that come with Bastide, what they say to people, and samples that prove rules.
@NullMarked
package fr.bastide.detection.pack;

import org.jspecify.annotations.NullMarked;
