/// A territory filled with invented assessments, clearly marked, to try Bastide out.
@NullMarked
package fr.bastide.loop.example;

import org.jspecify.annotations.NullMarked;
