@NullMarked
package fr.bastide.web.admin;

import org.jspecify.annotations.NullMarked;
