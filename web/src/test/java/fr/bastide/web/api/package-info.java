@NullMarked
package fr.bastide.web.api;

import org.jspecify.annotations.NullMarked;
