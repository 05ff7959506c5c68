//! Photos: in any order, resumed, verified; nothing that is no photo is kept; originals never leave.

use crate::support::{House, Phone, picture};
use huiyin_domain::{
    hash::Hash,
    photo::{CHUNK_BYTES, Photo},
    sync::message::{ChunkAnswer, PushAnswer},
};
use image::ImageReader;
use std::io::Cursor;

/// A report that speaks of a photo of these bytes.
async fn declared(house: &House, phone: &mut Phone, bytes: &[u8]) -> PushAnswer {
    let photo = phone.photo(bytes);
    spoken_of(house, phone, photo).await
}

async fn spoken_of(house: &House, phone: &mut Phone, photo: Photo) -> PushAnswer {
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![photo]);
    let command = phone.command(None, 0, ask);
    phone.pushed(house, &[&command]).await.0
}

#[tokio::test]
async fn chunks_arrive_in_any_order_and_the_rest_is_asked_for_again() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let bytes = picture(1);
    let chunks: Vec<&[u8]> = bytes.chunks(CHUNK_BYTES as usize).collect();
    assert!(chunks.len() > 2, "the picture must take several chunks");
    let photo = phone.photo(&bytes);
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![photo.clone()]);
    let command = phone.command(None, 0, ask);
    let (answer, _) = phone.pushed(&house, &[&command]).await;
    assert_eq!(answer.photos_wanted[0].missing.len(), chunks.len());
    let last = chunks.len() - 1;
    let first: ChunkAnswer = phone.put_chunk(&house, &photo.hash, last, chunks[last]).await.json();
    assert!(!first.complete && first.missing.len() == last);
    let house = house.restarted().await;
    let (answer, _) = phone.pushed(&house, &[&command]).await;
    assert_eq!(answer.photos_wanted[0].missing, (0..u32::try_from(last).unwrap()).collect::<Vec<_>>());
    for n in (0..last).rev() {
        phone.put_chunk(&house, &photo.hash, n, chunks[n]).await.json::<ChunkAnswer>();
    }
    let again: ChunkAnswer = phone.put_chunk(&house, &photo.hash, 0, chunks[0]).await.json();
    assert!(again.complete && again.missing.is_empty());
    let (answer, _) = phone.pushed(&house, &[&command]).await;
    assert!(answer.photos_wanted.is_empty());
}

#[tokio::test]
async fn a_photo_whose_chunks_are_all_here_but_that_was_never_put_together_is_asked_for_again() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let bytes = picture(3);
    let photo = phone.photo(&bytes);
    let ask = phone.submit("C06", "路边有人倒垃圾", vec![photo.clone()]);
    let command = phone.command(None, 0, ask);
    phone.pushed(&house, &[&command]).await;
    let chunks: Vec<&[u8]> = bytes.chunks(CHUNK_BYTES as usize).collect();
    let last = chunks.len() - 1;
    for (n, chunk) in chunks[..last].iter().enumerate() {
        phone.put_chunk(&house, &photo.hash, n, chunk).await.json::<ChunkAnswer>();
    }
    // Nothing can be kept where the whole photo belongs.
    let place = house.core.media.original(&photo.hash).parent().unwrap().to_owned();
    std::fs::write(&place, "in the way").unwrap();
    assert_eq!(phone.put_chunk(&house, &photo.hash, last, chunks[last]).await.status.as_u16(), 500);
    std::fs::remove_file(&place).unwrap();

    let (answer, _) = phone.pushed(&house, &[&command]).await;
    let missing = answer.photos_wanted[0].missing.clone();
    assert_eq!(missing, [u32::try_from(last).unwrap()]);
    assert!(phone.put_chunk(&house, &photo.hash, last, chunks[last]).await.json::<ChunkAnswer>().complete);
    let (answer, _) = phone.pushed(&house, &[&command]).await;
    assert!(answer.photos_wanted.is_empty());
}

#[tokio::test]
async fn what_is_shown_is_made_anew_and_only_for_who_may_see_the_case() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let bytes = picture(2);
    declared(&house, &mut phone, &bytes).await;
    assert!(phone.send_photo(&house, &bytes).await.json::<ChunkAnswer>().complete);
    let hash = Hash::of(&bytes);
    for (version, longest) in [("shown", 1280), ("thumb", 320)] {
        let answer = phone.get(&house, &format!("/api/v1/photos/{hash}/{version}")).await;
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert_ne!(answer.body, bytes);
        let shown = ImageReader::new(Cursor::new(&answer.body)).with_guessed_format().unwrap().decode().unwrap();
        assert!(shown.width() <= longest && shown.width() > 200);
    }
    let far = house.phone("far").await;
    far.get(&house, &format!("/api/v1/photos/{hash}/shown")).await.is_problem(404, "not_found", Some("photo"));
    house.get(&format!("/api/v1/photos/{hash}/shown"), None).await.is_problem(401, "not_signed_in", None);
    phone.get(&house, &format!("/api/v1/photos/{hash}")).await.is_problem(404, "not_found", None);
}

#[tokio::test]
async fn bytes_that_do_not_fit_the_hash_are_thrown_away_and_wanted_again() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let bytes = picture(3);
    let mut wrong = bytes.clone();
    let middle = wrong.len() / 2;
    wrong[middle] ^= 1;
    declared(&house, &mut phone, &bytes).await;
    let hash = Hash::of(&bytes);
    let mut last = None;
    for (n, chunk) in wrong.chunks(CHUNK_BYTES as usize).enumerate() {
        last = Some(phone.put_chunk(&house, &hash, n, chunk).await);
    }
    last.unwrap().is_problem(422, "photo_hash_mismatch", Some("photo"));
    assert!(phone.send_photo(&house, &bytes).await.json::<ChunkAnswer>().complete);
}

#[tokio::test]
async fn a_truncated_photo_is_told_and_stays_told() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let mut bytes = picture(4);
    bytes.truncate(bytes.len() * 2 / 3);
    declared(&house, &mut phone, &bytes).await;
    phone.send_photo(&house, &bytes).await.is_problem(422, "photo_broken", Some("photo"));
    phone.put_chunk(&house, &Hash::of(&bytes), 0, &bytes[..CHUNK_BYTES as usize]).await.is_problem(422, "photo_broken", Some("photo"));
    phone.get(&house, &format!("/api/v1/photos/{}/shown", Hash::of(&bytes))).await.is_problem(404, "not_found", Some("photo"));
    house.verified().await;
}

#[tokio::test]
async fn what_is_no_photo_is_refused_at_its_first_bytes() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let text = b"<html>not a photo at all</html>".to_vec();
    let heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic".to_vec();
    declared(&house, &mut phone, &text).await;
    declared(&house, &mut phone, &heic).await;
    phone.send_photo(&house, &text).await.is_problem(415, "not_a_photo", Some("photo"));
    phone.send_photo(&house, &heic).await.is_problem(415, "heic", Some("photo"));
}

#[tokio::test]
async fn a_photo_of_too_many_pixels_is_refused() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    // A PNG's first chunk says its size; 20,000 × 20,000 pixels of one colour would unpack to 1.2 GB.
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x4e\x20\x00\x00\x4e\x20\x08\x02\x00\x00\x00".to_vec();
    let mut crc = !0u32;
    for byte in &bytes[12..] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    bytes.extend((!crc).to_be_bytes());
    bytes.extend(b"\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e\x00\x00\x00\x00IEND\xaeB`\x82");
    declared(&house, &mut phone, &bytes).await;
    phone.send_photo(&house, &bytes).await.is_problem(422, "photo_too_many_pixels", Some("photo"));
}

#[tokio::test]
async fn chunks_must_fit_their_photo() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let bytes = picture(5);
    let hash = Hash::of(&bytes);
    phone.put_chunk(&house, &hash, 0, &bytes[..CHUNK_BYTES as usize]).await.is_problem(404, "photo_not_declared", Some("photo"));
    declared(&house, &mut phone, &bytes).await;
    phone.put_chunk(&house, &hash, 99, &bytes[..10]).await.is_problem(400, "chunk_out_of_range", Some("n"));
    phone.put_chunk(&house, &hash, 0, &bytes[..10]).await.is_problem(400, "chunk_length", Some("body"));
    phone.put_chunk(&house, &hash, 0, &bytes[..CHUNK_BYTES as usize + 1]).await.is_problem(413, "too_large", Some("body"));
    let other = house.phone("patroller2").await;
    other.put_chunk(&house, &hash, 0, &bytes[..CHUNK_BYTES as usize]).await.is_problem(404, "photo_not_declared", Some("photo"));
}

#[tokio::test]
async fn a_photo_of_30_megabytes_is_never_taken() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let photo = Photo { bytes: 30 * 1024 * 1024, ..phone.photo(b"too long to be true") };
    let answer = spoken_of(&house, &mut phone, photo.clone()).await;
    assert_eq!(answer.photos_wanted.len(), 1, "silence would mean that it has arrived");
    phone.put_chunk(&house, &photo.hash, 0, &vec![0xFF; CHUNK_BYTES as usize]).await.is_problem(413, "photo_too_large", Some("photo"));
}
