@NullMarked
package fr.bastide.web.register;

import org.jspecify.annotations.NullMarked;
