@NullMarked
package fr.bastide.post.crossing;

import org.jspecify.annotations.NullMarked;
