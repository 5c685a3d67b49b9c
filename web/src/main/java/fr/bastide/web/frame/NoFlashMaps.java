package fr.bastide.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/// Keeps nothing between two pages. Spring would otherwise look for it in the session at each page,
/// and so ask the database even where nobody needs it: what to do under attack is read without it.
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class NoFlashMaps implements FlashMapManager {

  @Override
  public @Nullable FlashMap retrieveAndUpdate(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void saveOutputFlashMap(
      FlashMap kept, HttpServletRequest request, HttpServletResponse response) {
    if (!kept.isEmpty()) {
      throw new IllegalStateException("nothing is kept between two pages: " + kept.keySet());
    }
  }
}
