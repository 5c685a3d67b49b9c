@NullMarked
package fr.bastide.gateway;

import org.jspecify.annotations.NullMarked;
