@NullMarked
package fr.bastide.web.board;

import org.jspecify.annotations.NullMarked;
