/// The flash assessment: twelve questions for anybody, nothing kept.
@NullMarked
package fr.bastide.web.flash;

import org.jspecify.annotations.NullMarked;
