/// People who sign in, how they are invited, and the tokens of their programs.
@NullMarked
package fr.bastide.loop.account;

import org.jspecify.annotations.NullMarked;
