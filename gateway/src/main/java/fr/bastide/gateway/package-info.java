/// The two sides of the airlock as whole machines: doors for files, disarming, the link,
/// quarantine.
@NullMarked
package fr.bastide.gateway;

import org.jspecify.annotations.NullMarked;
