/// Administration: accounts, providers, the journal, and how the house is doing.
@NullMarked
package fr.bastide.web.admin;

import org.jspecify.annotations.NullMarked;
