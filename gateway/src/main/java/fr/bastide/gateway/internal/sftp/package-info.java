/// The SFTP doors of both sides.
@NullMarked
package fr.bastide.gateway.internal.sftp;

import org.jspecify.annotations.NullMarked;
