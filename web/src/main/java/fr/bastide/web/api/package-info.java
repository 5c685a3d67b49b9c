/// The REST API: what the pages can do, for programs, as JSON.
@NullMarked
package fr.bastide.web.api;

import org.jspecify.annotations.NullMarked;
