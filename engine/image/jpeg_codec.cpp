#include "image/jpeg_codec.h"

#include <cstdio>
// jpeglib.h needs <cstdio> before it.
#include <jpeglib.h>

#include <csetjmp>
#include <cstdlib>
#include <memory>

#include "base/error.h"

namespace chancery::image::jpeg {
namespace {

/// libjpeg reports an error by a function that must not return: ours jumps back to the one place
/// that called it. Between setjmp and that jump stand only functions of libjpeg and variables
/// without destructors; what is to be freed is held by the callers outside.
struct Errors {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

[[noreturn]] void leave(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Errors*>(info->err)->back, 1);
}
void beSilent(j_common_ptr) {}

void prepare(Errors& errors) {
  jpeg_std_error(&errors.manager);
  errors.manager.error_exit = leave;
  errors.manager.output_message = beSilent;
}

struct Decoder {
  Decoder() {
    prepare(errors);
    info.err = &errors.manager;
  }
  ~Decoder() { jpeg_destroy_decompress(&info); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  jpeg_decompress_struct info = {};
  Errors errors = {};
};

struct Encoder {
  Encoder() {
    prepare(errors);
    info.err = &errors.manager;
  }
  ~Encoder() {
    jpeg_destroy_compress(&info);
    std::free(bytes);
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  jpeg_compress_struct info = {};
  Errors errors = {};
  unsigned char* bytes = nullptr;  // libjpeg's, by malloc
  unsigned long size = 0;
};

struct Target {
  unsigned char* samples;
  int width, height, channels;
};

/// One row of CMYK to sRGB. Adobe's files hold the values upside down.
void convertRow(const unsigned char* cmyk, unsigned char* rgb, int width, bool inverted) {
  for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3) {
    const int black = inverted ? cmyk[3] : 255 - cmyk[3];
    for (int i = 0; i < 3; ++i) {
      const int light = inverted ? cmyk[i] : 255 - cmyk[i];
      rgb[i] = static_cast<unsigned char>((light * black + 127) / 255);
    }
  }
}

bool decodeInto(Decoder& decoder, std::string_view bytes, const Target& target) {
  jpeg_decompress_struct& info = decoder.info;
  if (setjmp(decoder.errors.back) != 0) return false;
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  const bool cmyk = info.num_components == 4;
  info.out_color_space = cmyk ? JCS_CMYK : target.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  info.dct_method = JDCT_ISLOW;
  if (static_cast<int>(info.image_width) != target.width ||
      static_cast<int>(info.image_height) != target.height)
    return false;
  jpeg_start_decompress(&info);
  const auto stride =
      static_cast<std::size_t>(target.width) * static_cast<std::size_t>(target.channels);
  JSAMPARRAY row = nullptr;
  if (cmyk) {
    row = (*info.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info), JPOOL_IMAGE,
                                    info.output_width * 4, 1);
  }
  while (info.output_scanline < info.output_height) {
    JSAMPROW out = target.samples + stride * info.output_scanline;
    jpeg_read_scanlines(&info, cmyk ? row : &out, 1);
    if (cmyk) convertRow(row[0], out, target.width, info.saw_Adobe_marker == TRUE);
  }
  jpeg_finish_decompress(&info);
  return info.err->num_warnings == 0;  // a warning means that samples were made up
}

bool encodeFrom(Encoder& encoder, const Target& source) {
  constexpr int kQuality = 92;
  jpeg_compress_struct& info = encoder.info;
  if (setjmp(encoder.errors.back) != 0) return false;
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &encoder.bytes, &encoder.size);
  info.image_width = static_cast<JDIMENSION>(source.width);
  info.image_height = static_cast<JDIMENSION>(source.height);
  info.input_components = source.channels;
  info.in_color_space = source.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, kQuality, TRUE);
  info.dct_method = JDCT_ISLOW;
  info.optimize_coding = TRUE;
  jpeg_start_compress(&info, TRUE);
  const auto stride =
      static_cast<std::size_t>(source.width) * static_cast<std::size_t>(source.channels);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = source.samples + stride * info.next_scanline;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  return true;
}

}  // namespace

std::optional<Raster> decode(std::string_view bytes, int width, int height, int channels) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  raster.bytes.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                      static_cast<std::size_t>(channels));
  Decoder decoder;
  const Target target{reinterpret_cast<unsigned char*>(raster.bytes.data()), width, height,
                      channels};
  if (!decodeInto(decoder, bytes, target)) return std::nullopt;
  return raster;
}

std::string encode(const Raster& samples) {
  Encoder encoder;
  // libjpeg takes rows to read from as rows that it might write to; it does not.
  auto* from =
      const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(samples.bytes.data()));
  if (!encodeFrom(encoder, {from, samples.width, samples.height, samples.channels}))
    throw WorldError("encode", "JPEG", "libjpeg");
  return {reinterpret_cast<const char*>(encoder.bytes), encoder.size};
}

}  // namespace chancery::image::jpeg
