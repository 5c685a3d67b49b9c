/// The web door: starts the server and joins the page packages beside this one.
@NullMarked
package fr.bastide.web;

import org.jspecify.annotations.NullMarked;
