//! Table `publication`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    pub case_id: Uuid,
    pub category: String,
    pub township: String,
    pub closed_at: i64,
    pub published_at: i64,
    pub seq: i64,
    pub command_hash: Vec<u8>,
    #[sea_orm(column_type = "Text")]
    pub record: String,
    pub withdrawn_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
